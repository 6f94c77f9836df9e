/** Tests of {@code core.group.view}. */
@NullMarked
package org.lagroups.core.group.view;

import org.jspecify.annotations.NullMarked;
