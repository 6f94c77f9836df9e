/**
 * Judges the samples of evidence by its rule, as a gateway would judge packets.
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.check.EvidenceCheck}. Who learns a signature
 * asks it before showing that to anybody, and so may everybody to whom it is shown. Nothing is kept
 * from one check to the next.
 */
@NullMarked
package org.lagroups.wormguard.learn.check;

import org.jspecify.annotations.NullMarked;
