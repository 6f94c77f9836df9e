/**
 * Fetches a record again over vertex-disjoint routes and compares (paper, section 3.3).
 *
 * <p>Start with {@link org.lagroups.fileshare.verify.RecordVerifier}. Each route gives a {@link
 * org.lagroups.fileshare.verify.PathOutcome}: a relay that alters an answer is exposed by its
 * route, since the target's signature no longer fits; a publisher that tells different people
 * different things is exposed by its own two signatures. A {@link
 * org.lagroups.fileshare.verify.Verification} draws the conclusion.
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.verify;

import org.jspecify.annotations.NullMarked;
