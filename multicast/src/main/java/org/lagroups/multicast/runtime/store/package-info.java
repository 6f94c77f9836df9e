/**
 * Where a node keeps the chunks of its streams, for those who missed them.
 *
 * <p>Of a live stream there is a {@link org.lagroups.multicast.runtime.store.ChunkWindow} in
 * memory. Of a file, {@link org.lagroups.multicast.runtime.store.FileChunks} has the last chunks in
 * memory, and the signatures of all batches; the rest is read again from the disk, and given away
 * only if it is still what the publisher signed.
 *
 * <p>On the event loop; {@link org.lagroups.multicast.runtime.store.Payloads} work elsewhere.
 */
@NullMarked
package org.lagroups.multicast.runtime.store;

import org.jspecify.annotations.NullMarked;
