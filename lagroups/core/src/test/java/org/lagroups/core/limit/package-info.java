/** Tests of what a peer may cost. */
@NullMarked
package org.lagroups.core.limit;

import org.jspecify.annotations.NullMarked;
