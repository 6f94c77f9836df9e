/** Tests of what is opened and what is refused. */
@NullMarked
package org.lagroups.multicast.runtime.output.opening;

import org.jspecify.annotations.NullMarked;
