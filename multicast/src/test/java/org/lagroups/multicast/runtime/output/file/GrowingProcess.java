package org.lagroups.multicast.runtime.output.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.stream.StreamId;

/** A program that writes a file's chunks in some order until it is done, or killed. */
final class GrowingProcess {

  static final StreamId STREAM = new StreamId(filled());
  static final int CHUNK_BYTES = 4_096;
  static final int LENGTH_BYTES = 1_500 * CHUNK_BYTES + 17;
  static final ChunkLayout LAYOUT =
      new ChunkLayout(STREAM, CHUNK_BYTES, OptionalLong.of(LENGTH_BYTES));

  private GrowingProcess() {}

  /** The file, and the seed of the order. Says a line for each chunk that was taken. */
  public static void main(String[] args) {
    TestLoop loop = new TestLoop();
    byte[] content = content(LENGTH_BYTES);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < LAYOUT.chunkCount(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(Long.parseLong(args[1])));
    ChunkFile.Opening opening = ChunkFile.open(Path.of(args[0]), LAYOUT, loop, event -> {});
    ChunkFile file = ((ChunkFile.Opening.Ready) opening).file();
    for (int chunk : order) {
      file.write(chunk, chunk(content, CHUNK_BYTES, chunk));
      System.out.println(chunk);
    }
  }

  static byte[] content(int length) {
    byte[] content = new byte[length];
    new SplittableRandom(7).nextBytes(content);
    return content;
  }

  static Bytes chunk(byte[] content, int chunkBytes, int number) {
    int from = number * chunkBytes;
    return Bytes.copyOf(content, from, Math.min(chunkBytes, content.length - from));
  }

  private static Bytes filled() {
    byte[] id = new byte[StreamId.LENGTH];
    Arrays.fill(id, (byte) 9);
    return Bytes.wrapOwned(id);
  }
}
