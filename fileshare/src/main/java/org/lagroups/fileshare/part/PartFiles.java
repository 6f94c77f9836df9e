package org.lagroups.fileshare.part;

import java.util.BitSet;
import java.util.function.Consumer;
import org.lagroups.node.disk.DiskProblem;

/** A port to the disk: where files grow. Answers come on the machine thread, each once. */
public interface PartFiles {

  /** Begins a file, or goes on with one that was begun before. */
  void open(Target target, Consumer<Opening> done);

  /** How beginning a file ended. */
  sealed interface Opening {

    /**
     * It can be written to.
     *
     * @param leaves those that are there already and have been checked again
     */
    record Ready(PartFile file, BitSet leaves) implements Opening {}

    /**
     * The very file is in the folder already.
     *
     * @param path where
     */
    record AlreadyThere(String path) implements Opening {}

    /** It cannot be written. */
    record Refused(DiskProblem problem) implements Opening {}
  }
}
