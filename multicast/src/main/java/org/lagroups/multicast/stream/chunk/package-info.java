/**
 * What a stream carries: chunks, and the proofs by which anybody can tell that its publisher sent
 * them.
 *
 * <p>Start with {@link org.lagroups.multicast.stream.chunk.SealedChunk}. The publisher signs chunks
 * in batches, each by the root of a Merkle tree over it; whoever passes a chunk on can drop it, but
 * not alter it.
 */
@NullMarked
package org.lagroups.multicast.stream.chunk;

import org.jspecify.annotations.NullMarked;
