/**
 * What of signatures is on disk: what this node has decided, the evidence, and the operator's own
 * rules. Start with {@link org.lagroups.wormguard.runtime.cooperation.store.GuardSchema}.
 *
 * <p>Changed on the event loop, and then written until the disk has taken it.
 */
@NullMarked
package org.lagroups.wormguard.runtime.cooperation.store;

import org.jspecify.annotations.NullMarked;
