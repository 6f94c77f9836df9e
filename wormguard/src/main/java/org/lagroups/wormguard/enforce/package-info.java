/**
 * What a gateway does with what rules say: the deterministic part of it.
 *
 * <p>Start from {@link org.lagroups.wormguard.enforce.Gate}, which has the last word on what rules
 * want blocked. Addresses that are never blocked come first, then rules that are only tried out
 * ({@link org.lagroups.wormguard.enforce.DryRun}), then those that block so much that they are
 * suspended ({@link org.lagroups.wormguard.enforce.ShareLimit}). The same holds for rules that
 * partners share, each of which blocks for as long as its {@link
 * org.lagroups.wormguard.enforce.Lease}. What is to happen when nothing can be judged is a {@link
 * org.lagroups.wormguard.enforce.FailPolicy}, and an {@link
 * org.lagroups.wormguard.enforce.Overload} says when that is.
 *
 * <p>What was decided is on a {@link org.lagroups.wormguard.enforce.Docket} for a while.
 *
 * <p>Time is that of the packets. One thread.
 */
@NullMarked
package org.lagroups.wormguard.enforce;

import org.jspecify.annotations.NullMarked;
