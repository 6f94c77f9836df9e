/**
 * Members of a simulated group that do not do as they should.
 *
 * <p>Each type is one {@link org.lagroups.scenarios.adversary.group.Adversary}. Its node runs all
 * machines of an honest one, so it is admitted, answers heartbeats and hears what members hear; the
 * adversary sits on its {@link org.lagroups.scenarios.adversary.group.Stage} between these machines
 * and the wire, has the node's keys, and may drop, hold back or replace what they send, and say
 * anything else. Whatever it signs it writes into the {@link
 * org.lagroups.scenarios.adversary.group.SignedEdges}, by which checkers tell lies from forgeries.
 *
 * <p>Used on the thread of the simulation.
 */
@NullMarked
package org.lagroups.scenarios.adversary.group;

import org.jspecify.annotations.NullMarked;
