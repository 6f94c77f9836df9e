/** Tests of {@code core.group.spread}. */
@NullMarked
package org.lagroups.core.group.spread;

import org.jspecify.annotations.NullMarked;
