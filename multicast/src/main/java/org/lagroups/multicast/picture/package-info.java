/**
 * Plans as pictures.
 *
 * <p>Start with {@link org.lagroups.multicast.picture.PlanSvg}.
 */
@NullMarked
package org.lagroups.multicast.picture;

import org.jspecify.annotations.NullMarked;
