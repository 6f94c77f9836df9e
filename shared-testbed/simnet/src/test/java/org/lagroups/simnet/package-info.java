/** Tests of the simulator, with small machines of their own. */
@NullMarked
package org.lagroups.simnet;

import org.jspecify.annotations.NullMarked;
