/** Tests of {@code core.wire}. */
@NullMarked
package org.lagroups.core.wire;

import org.jspecify.annotations.NullMarked;
