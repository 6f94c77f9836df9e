package org.lagroups.multicast.runtime.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that is being sent: it is there already, and read again for those who missed some. */
public final class SentFile implements Payloads {

  private static final Logger LOG = LoggerFactory.getLogger(SentFile.class);

  private final FileChannel channel;
  private final int chunkBytes;
  private final Executor loop;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("lag-cast-reread").daemon().factory());

  private SentFile(FileChannel channel, int chunkBytes, Executor loop) {
    this.channel = channel;
    this.chunkBytes = chunkBytes;
    this.loop = loop;
  }

  /** Opens it; not on the loop. */
  public static SentFile open(Path path, int chunkBytes, Executor loop) throws IOException {
    return new SentFile(FileChannel.open(path, StandardOpenOption.READ), chunkBytes, loop);
  }

  @Override
  public void write(Chunk chunk) {}

  @Override
  public boolean hasRoom() {
    return true;
  }

  @Override
  public void read(long sequence, Consumer<Optional<Bytes>> then) {
    try {
      thread.execute(() -> {
        Optional<Bytes> payload = read(sequence * chunkBytes);
        loop.execute(() -> then.accept(payload));
      });
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("a stream has ended: its file is not read any more");
      loop.execute(() -> then.accept(Optional.empty()));
    }
  }

  @Override
  public void close() {
    thread.execute(this::closeFile);
    thread.shutdown();
  }

  private Optional<Bytes> read(long at) {
    ByteBuffer buffer = ByteBuffer.allocate(chunkBytes);
    try {
      int read = channel.read(buffer, at);
      while (read > 0 && buffer.hasRemaining()) {
        read = channel.read(buffer, at + buffer.position());
      }
      return Optional.of(Bytes.copyOf(buffer.array(), 0, buffer.position()));
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("cannot read a file again that is being sent");
      return Optional.empty();
    }
  }

  private void closeFile() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a file that was only read did not close");
    }
  }
}
