package org.lagroups.multicast.runtime.output.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputProblems;
import org.lagroups.node.disk.DiskProblems;
import org.lagroups.node.disk.FinalPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a live stream in a new file, which has its name from the beginning: what has been
 * recorded is good, whatever happens.
 */
final class RecordingSink implements Sink {

  private static final Logger LOG = LoggerFactory.getLogger(RecordingSink.class);

  private final Path file;
  private final FileChannel channel;

  private RecordingSink(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Makes the file; fails if there is one. */
  static RecordingSink open(Path file) throws IOException {
    return new RecordingSink(
        file, FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
  }

  @Override
  public void write(Bytes payload, long waitingBytes) throws IOException {
    ByteBuffer bytes = payload.asReadOnlyBuffer();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void idle() {
    // the system writes to the disk when it sees fit
  }

  @Override
  public void finish() throws IOException {
    channel.force(true);
    FinalPlace.forceFolder(file);
  }

  @Override
  public OutputEvent.Last failure(IOException e) {
    return new OutputEvent.Failed(
        StreamProblem.of(OutputProblems.DISK.of(e, DiskProblems.folderOf(file))));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atWarn().setCause(e).addKeyValue("file", file).log("cannot close a recording");
    }
  }
}
