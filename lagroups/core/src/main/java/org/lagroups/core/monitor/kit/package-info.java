/**
 * The ready-made tests as one monitor, with a battery for each group.
 *
 * <p>Start with {@link org.lagroups.core.monitor.kit.TestKit}: give it to an {@link
 * org.lagroups.core.monitor.Attestor}, tell it what happens, and call its {@code tick} now and
 * then. Which tests a group has is a {@link org.lagroups.core.monitor.kit.BatteryPlan} in its
 * {@link org.lagroups.core.monitor.kit.KitSettings}.
 *
 * <p>On the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.monitor.kit;

import org.jspecify.annotations.NullMarked;
