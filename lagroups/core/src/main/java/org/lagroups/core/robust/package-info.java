/**
 * Robust membership: which members of a group have attestations for and from at least t others of
 * them (paper, section 2.2, "A t-robust group membership protocol"), live.
 *
 * <p>Start with {@link org.lagroups.core.robust.RobustMembership}. It follows this node's view of
 * the group and tells who enters, who leaves, and which attestations were missing then. It is as
 * steady as the tests behind the attestations: their hysteresis is the only one. What is computed
 * is in {@code org.lagroups.core.robust.set}, and who does it in {@code
 * org.lagroups.core.robust.protocol}.
 *
 * <p>All calls are made, and all listeners are called, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.robust;

import org.jspecify.annotations.NullMarked;
