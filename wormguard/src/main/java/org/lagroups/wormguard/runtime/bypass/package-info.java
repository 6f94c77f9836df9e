/**
 * What lets traffic through when no guard runs: the kernel's own bridge, kept shut as long as one
 * does.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.bypass.KernelBridge}. The two tools of the
 * system that it takes, {@code ip} and {@code nft}, are started once and fed line by line ({@link
 * org.lagroups.wormguard.runtime.bypass.ToolSession}): so they keep the rights that this process
 * gives up, and the kernel opens the bridge as soon as this process is gone, whatever ended it.
 */
@NullMarked
package org.lagroups.wormguard.runtime.bypass;

import org.jspecify.annotations.NullMarked;
