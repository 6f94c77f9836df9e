/**
 * Files as BitTorrent v2 sees them (BEP 52): a binary tree of SHA-256 hashes over leaves of 16 KiB,
 * whose root names the content.
 *
 * <p>Start with {@link org.lagroups.fileshare.merkle.TreeBuilder}: a file's bytes go in, and out
 * comes a {@link org.lagroups.fileshare.merkle.MerkleTree}, which is the {@link
 * org.lagroups.fileshare.merkle.MerkleRoot} and one layer of nodes, bounded however long the file.
 * Whoever holds the file proves a {@link org.lagroups.fileshare.merkle.LeafRange} by a {@link
 * org.lagroups.fileshare.merkle.RangeProof}; whoever fetches it checks the range against nothing
 * but root and length. {@link org.lagroups.fileshare.merkle.MagnetLink} is the link that other
 * programs understand.
 *
 * <p>An empty file has no tree, as in BEP 52.
 *
 * <p>Values are immutable. A builder belongs to one thread. Nothing here touches a file.
 */
@NullMarked
package org.lagroups.fileshare.merkle;

import org.jspecify.annotations.NullMarked;
