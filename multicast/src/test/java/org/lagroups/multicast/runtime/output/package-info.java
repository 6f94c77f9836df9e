/** Tests of what outputs have in common. */
@NullMarked
package org.lagroups.multicast.runtime.output;

import org.jspecify.annotations.NullMarked;
