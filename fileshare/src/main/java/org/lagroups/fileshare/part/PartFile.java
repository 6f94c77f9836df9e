package org.lagroups.fileshare.part;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.DiskProblem;

/**
 * A port to a file that grows under a temporary name. Calls are carried out in order; answers come
 * on the machine thread, each once, unless the file was closed meanwhile.
 */
public interface PartFile {

  /**
   * Writes leaves that have been checked.
   *
   * @param leafHashes their hashes one after the other, with which they are checked again after a
   *     crash
   * @param done with what went wrong, or nothing
   */
  void write(
      LeafRange range, Bytes content, Bytes leafHashes, Consumer<Optional<DiskProblem>> done);

  /** Checks the whole file against its root and moves it into place. */
  void finish(Consumer<Finish> done);

  /** Closes the file and keeps it, to go on another time. */
  void close();

  /** Closes the file and deletes it. */
  void discard();

  /** How finishing a file ended. */
  sealed interface Finish {

    /**
     * It is in place, whole.
     *
     * @param path where; another name than was asked for if that was taken
     */
    record Done(String path) implements Finish {}

    /**
     * The disk does not hold what was written.
     *
     * @param leaves those that are still good
     */
    record Damaged(BitSet leaves) implements Finish {}

    /** It could not be moved into place. */
    record Failed(DiskProblem problem) implements Finish {}
  }
}
