/**
 * The tests of this gateway. Start with {@link
 * org.lagroups.wormguard.runtime.cooperation.battery.LocalBattery}: the rule holds for its
 * evidence, it holds for hardly anything of {@link
 * org.lagroups.wormguard.runtime.cooperation.battery.RecentPayloads}, and the operator's own {@link
 * org.lagroups.wormguard.runtime.cooperation.battery.Verifier}, if there is one, agrees.
 *
 * <p>They run on a thread of their own, one after another.
 */
@NullMarked
package org.lagroups.wormguard.runtime.cooperation.battery;

import org.jspecify.annotations.NullMarked;
