package org.lagroups.multicast.runtime.output.file;

import java.nio.file.Path;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.node.disk.DiskProblems;

/** Where a file and its parts stand. */
record PartNames(Path place, Path part, Path map, Path notes) {

  private static final int STREAM_BYTES = 4;

  static PartNames of(Path file, StreamId stream) {
    Path folder = DiskProblems.folderOf(file);
    String id = stream.bytes().slice(0, STREAM_BYTES).toHex();
    String hidden = ".%s.%s.lagpart".formatted(file.getFileName(), id);
    return new PartNames(
        file,
        folder.resolve(hidden),
        folder.resolve(hidden + "-map"),
        folder.resolve(hidden + "-seals"));
  }
}
