package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.capture.PcapFile;

/** The captures that a command reads, all of them open, so that none is found missing later. */
final class CaptureFiles implements AutoCloseable {

  /**
   * One of them.
   *
   * @param name what to call it
   */
  record Capture(String name, PcapFile file) {}

  private final List<Capture> captures = new ArrayList<>();

  private CaptureFiles() {}

  static CaptureFiles open(List<Path> paths) {
    CaptureFiles files = new CaptureFiles();
    try {
      paths.forEach(files::add);
      return files;
    } catch (CommandFailedException e) {
      files.close();
      throw e;
    }
  }

  List<Capture> captures() {
    return captures;
  }

  /** Bytes of all of them. */
  long size() {
    return captures.stream().mapToLong(capture -> capture.file().size()).sum();
  }

  @Override
  public void close() {
    captures.forEach(capture -> capture.file().close());
  }

  private void add(Path path) {
    switch (PcapFile.open(path)) {
      case PcapFile.Opening.Opened(PcapFile file) ->
          captures.add(new Capture(Output.safe(path.toString()), file));
      case PcapFile.Opening.Refused(String why) ->
          throw new CommandFailedException(Output.safe(why), "name files of pcap or pcapng");
    }
  }
}
