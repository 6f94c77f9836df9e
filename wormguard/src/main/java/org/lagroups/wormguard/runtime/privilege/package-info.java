/**
 * Giving up rights that a process has no use for any more.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.privilege.Account}.
 */
@NullMarked
package org.lagroups.wormguard.runtime.privilege;

import org.jspecify.annotations.NullMarked;
