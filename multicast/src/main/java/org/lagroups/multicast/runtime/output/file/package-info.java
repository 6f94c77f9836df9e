/**
 * A file whose chunks come in any order, kept on disk until it is whole.
 *
 * <p>Start with {@link org.lagroups.multicast.runtime.output.file.ChunkFile}. In the folder of the
 * file, {@code .NAME.STREAM.lagpart} grows; beside it, {@code .NAME.STREAM.lagpart-map} says which
 * chunks are there, each with a check sum, so that a receiver that is started again goes on where
 * it was: what is not as noted does not count. A third file keeps what the batches were signed
 * with, so that it can give away what it had. Only when all is there does it get its name, and
 * never in place of another file.
 *
 * <p>One thread does all the work on a file; everything is called and answered on the node's loop.
 */
@NullMarked
package org.lagroups.multicast.runtime.output.file;

import org.jspecify.annotations.NullMarked;
