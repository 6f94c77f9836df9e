/**
 * What a person says of a file after having looked at it, and what follows.
 *
 * <p>Start with {@link org.lagroups.fileshare.verdict.VerdictBook}. A bad verdict costs the
 * publisher this node's attestation in the group (paper, section 3.3: "if verification fails, a
 * node stops attesting") and hides its results; taking the verdict back restores both, unless the
 * person has judged the publisher himself since then ({@link
 * org.lagroups.fileshare.verdict.Effect}).
 *
 * <p>All on the node's machine thread.
 */
@NullMarked
package org.lagroups.fileshare.verdict;

import org.jspecify.annotations.NullMarked;
