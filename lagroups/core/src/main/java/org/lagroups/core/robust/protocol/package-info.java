/**
 * Keeps robust membership up to date.
 *
 * <p>Start with {@link org.lagroups.core.robust.protocol.RobustMachine}, which has one {@code
 * ServedGroup} for each group. That one computes the members anew after each change of the view,
 * and has {@code LossLog} say what was lost meanwhile.
 *
 * <p>Everything is used on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.robust.protocol;

import org.jspecify.annotations.NullMarked;
