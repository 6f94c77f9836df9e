/**
 * Signatures of worms in a real node: what stands behind the machine's ports.
 *
 * <p>Start with {@link org.lagroups.wormguard.runtime.cooperation.WormguardModule}, by which the
 * node finds this application, and from which a gateway in the same process learns what is
 * enforced.
 *
 * <p><b>Threads.</b> The machine is on the node's loop. The arithmetic of endorsements and the
 * tests of signatures have a thread each.
 */
@NullMarked
package org.lagroups.wormguard.runtime.cooperation;

import org.jspecify.annotations.NullMarked;
