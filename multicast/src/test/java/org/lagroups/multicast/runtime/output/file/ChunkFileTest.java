package org.lagroups.multicast.runtime.output.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.file.ChunkFile.Finish;
import org.lagroups.multicast.runtime.output.file.ChunkFile.Opening;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.chunk.BatchSeal;

@Timeout(60)
class ChunkFileTest {

  private static final int CHUNK = 1_000;
  private static final byte[] CONTENT = GrowingProcess.content(9 * CHUNK + 100);
  private static final ChunkLayout LAYOUT =
      new ChunkLayout(GrowingProcess.STREAM, CHUNK, OptionalLong.of(CONTENT.length));
  private static final ChunkLayout UNKNOWN =
      new ChunkLayout(GrowingProcess.STREAM, CHUNK, OptionalLong.empty());

  @TempDir private Path folder;
  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();

  @AfterEach
  void end() {
    loop.close();
  }

  @Test
  void growsInAnyOrderUnderAHiddenNameAndTakesItsOwnWhenWhole() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 9, 3, 0, 1, 2, 8, 7, 6, 5, 4);
    assertThat(names()).hasSize(3).allMatch(name -> name.startsWith(".a.ts.09090909.lagpart"));
    assertThat(finish(file)).isEqualTo(new Finish.Done(place()));
    assertThat(names()).containsExactly("a.ts");
    assertThat(place()).hasBinaryContent(CONTENT);
    assertThat(heard.sofar()).isEmpty();
  }

  @Test
  void keepsWhatBatchesWereSignedWithUntilItIsWhole() throws Exception {
    BatchSeal first = seal(0);
    BatchSeal second = seal(5);
    Opening.Ready begun = ready(LAYOUT);
    assertThat(begun.seals()).isEmpty();
    loop.execute(() -> begun.file().note(second));
    loop.execute(() -> begun.file().note(first));
    write(begun.file(), 0, 1);
    close(begun.file());
    Opening.Ready again = ready(LAYOUT);
    assertThat(again.seals()).containsExactly(second, first);
    assertThat(again.chunks()).isEqualTo(set(0, 1));
    write(again.file(), 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(finish(again.file())).isEqualTo(new Finish.Done(place()));
    assertThat(names()).containsExactly("a.ts");
  }

  @Test
  void growsWhileNobodyKnowsHowLongItIs() throws Exception {
    ChunkFile file = ready(UNKNOWN).file();
    write(file, 9, 0, 2, 1);
    close(file);
    Opening.Ready again = ready(UNKNOWN);
    assertThat(again.chunks()).isEqualTo(set(0, 1, 2, 9));
    write(again.file(), IntStream.range(0, 9).toArray());
    assertThat(finish(again.file())).isEqualTo(new Finish.Done(place()));
    assertThat(place()).hasBinaryContent(CONTENT);
  }

  @Test
  void isNotFinishedWhileChunksAreMissing() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 0, 1, 3, 9);
    assertThat(finish(file)).isEqualTo(new Finish.Incomplete(set(2, 4, 5, 6, 7, 8)));
    write(file, 2, 4, 5, 6, 7, 8);
    assertThat(finish(file)).isEqualTo(new Finish.Done(place()));
  }

  @Test
  void readsBackWhatIsThere() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 4, 9);
    assertThat(read(file, 4)).contains(chunk(4));
    assertThat(read(file, 9)).contains(chunk(9));
    assertThat(read(file, 5)).isEmpty();
    assertThat(read(file, 10)).isEmpty();
    assertThat(read(file, -1)).isEmpty();
    close(file);
  }

  @Test
  void answersAlsoOnceItIsClosed() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 4);
    close(file);
    assertThat(read(file, 4)).isEmpty();
    assertThat(finish(file)).isInstanceOf(Finish.Failed.class);
    assertThat(loop.call(() -> file.write(5, chunk(5)))).isFalse();
  }

  @Test
  void findsALastChunkThatIsTooShort() throws Exception {
    ChunkFile file = ready(UNKNOWN).file();
    write(file, IntStream.range(0, 9).toArray());
    assertThat(loop.call(() -> file.write(9, chunk(9).slice(0, 50)))).isTrue();
    assertThat(finish(file)).isEqualTo(new Finish.Incomplete(set(9)));
    write(file, 9);
    assertThat(finish(file)).isEqualTo(new Finish.Done(place()));
    assertThat(place()).hasBinaryContent(CONTENT);
    assertThat(loop.call(() -> file.write(9, chunk(9)))).as("it is finished").isFalse();
  }

  @Test
  void takesAChunkTwiceAndKeepsTheFirst() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 4, 4);
    assertThat(loop.call(() -> file.write(4, Bytes.wrapOwned(new byte[CHUNK])))).isTrue();
    assertThat(read(file, 4)).contains(chunk(4));
    close(file);
  }

  @Test
  void refusesWhatIsNoChunkOfTheStream() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    assertThatThrownBy(() -> file.write(10, chunk(9))).hasMessage("no chunk 10 of 100 bytes");
    assertThatThrownBy(() -> file.write(-1, chunk(0))).hasMessageContaining("no chunk -1");
    assertThatThrownBy(() -> file.write(0, chunk(9))).hasMessageContaining("no chunk 0 of 100");
    assertThatThrownBy(() -> file.write(0, Bytes.EMPTY)).hasMessageContaining("no chunk 0 of 0");
    close(file);
  }

  @Test
  void goesOnWithWhatIsStillGood() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 0, 1, 2, 5, 6, 9);
    close(file);
    damage(part(), 1 * CHUNK + 7);
    Opening.Ready again = ready(LAYOUT);
    assertThat(again.chunks()).isEqualTo(set(0, 2, 5, 6, 9));
    close(again.file());
    try (RandomAccessFile cut = new RandomAccessFile(part().toFile(), "rw")) {
      cut.setLength(2 * CHUNK + 10);
    }
    again = ready(LAYOUT);
    assertThat(again.chunks()).isEqualTo(set(0));
    close(again.file());
  }

  @Test
  void countsNothingWhenItsNotesAreDamaged() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 0, 1, 2);
    close(file);
    damage(map(), 3);
    Opening.Ready again = ready(LAYOUT);
    assertThat(again.chunks()).isEqualTo(set());
    close(again.file());
  }

  @Test
  void keepsTwoStreamsOfOneNameApart() throws Exception {
    ChunkFile one = ready(LAYOUT).file();
    write(one, 0, 1);
    StreamId other = new StreamId(Bytes.copyOf(new byte[StreamId.LENGTH]));
    Opening.Ready second = ready(new ChunkLayout(other, CHUNK, LAYOUT.lengthBytes()));
    assertThat(second.chunks()).isEqualTo(set());
    write(second.file(), IntStream.range(0, 10).toArray());
    assertThat(finish(second.file())).isInstanceOf(Finish.Done.class);
    write(one, IntStream.range(2, 10).toArray());
    Finish.Failed failed = (Finish.Failed) finish(one);
    assertThat(failed.problem().message()).contains("a.ts is there already");
    close(one);
    assertThat(names()).as("what was received stays").hasSize(4);
  }

  @Test
  void replacesNothing() throws Exception {
    Files.writeString(place(), "precious");
    assertThat(refusal(open(LAYOUT)).message()).contains("a.ts is there already");
    assertThat(place()).hasContent("precious");
    assertThat(names()).containsExactly("a.ts");
  }

  @Test
  void knowsThatACrashCameBetweenTheNameAndTheEnd() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, IntStream.range(0, 10).toArray());
    close(file);
    Files.createLink(place(), part());
    assertThat(open(LAYOUT)).isEqualTo(new Opening.AlreadyThere(place()));
    assertThat(names()).containsExactly("a.ts");
    assertThat(place()).hasBinaryContent(CONTENT);
  }

  @Test
  void isWrittenByOneReceiverAtATime() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    assertThat(refusal(open(LAYOUT)).message()).contains("is being received already");
    close(file);
    close(ready(LAYOUT).file());
  }

  @Test
  void followsNoLinkThatSomebodyLaidOut() throws Exception {
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(part(), victim);
    assertThat(open(LAYOUT)).isInstanceOf(Opening.Refused.class);
    assertThat(victim).hasContent("precious");
  }

  @Test
  void saysThatThereIsNoFolder() {
    Opening opening = ChunkFile.open(folder.resolve("none").resolve("a.ts"), LAYOUT, loop, heard);
    assertThat(refusal(opening).message()).contains("there is no folder", "none");
  }

  @Test
  void saysThatTheFileCannotFit() throws Exception {
    ChunkLayout huge = new ChunkLayout(GrowingProcess.STREAM, 32_768, OptionalLong.of(1L << 41));
    long room = Files.getFileStore(folder).getUsableSpace();
    assertThat(room).as("this test needs a disk of less than 2 TiB").isLessThan(1L << 41);
    assertThat(refusal(open(huge)).message()).contains("is full");
    assertThat(names()).isEmpty();
  }

  @Test
  void tellsThatItsFolderIsGone() throws Exception {
    Path deeper = Files.createDirectory(folder.resolve("deeper"));
    Opening.Ready ready =
        (Opening.Ready) ChunkFile.open(deeper.resolve("a.ts"), LAYOUT, loop, heard);
    write(ready.file(), 0);
    read(ready.file(), 0);
    try (Stream<Path> all = Files.list(deeper)) {
      for (Path one : all.toList()) {
        Files.delete(one);
      }
    }
    Files.delete(deeper);
    Finish.Failed failed = (Finish.Failed) finish(ready.file());
    assertThat(failed.problem().message()).contains("there is no folder", "deeper");
    Heard<Boolean> later = new Heard<>();
    loop.schedule(1_100, () -> later.accept(ready.file().write(1, chunk(1))));
    assertThat(later.next()).isTrue();
    assertThat(heard.next(OutputEvent.Failed.class).problem().message())
        .as("while it is written, too")
        .contains("there is no folder");
    assertThat(loop.call(() -> ready.file().write(2, chunk(2)))).isFalse();
    close(ready.file());
  }

  @Test
  void leavesNothingBehindWhenGivenUp() throws Exception {
    ChunkFile file = ready(LAYOUT).file();
    write(file, 0, 1, 2);
    loop.call(() -> {
      file.discard();
      return true;
    });
    file.awaitClosed(20);
    assertThat(names()).isEmpty();
  }

  @Test
  void hasABoundedNumberOfChunks() {
    assertThatThrownBy(() -> new ChunkLayout(GrowingProcess.STREAM, 1, OptionalLong.of(1L << 40)))
        .hasMessageContaining("at most");
    assertThatThrownBy(() -> new ChunkLayout(GrowingProcess.STREAM, 32_769, OptionalLong.empty()))
        .hasMessageContaining("no chunks of 32769");
  }

  private Opening open(ChunkLayout layout) {
    return ChunkFile.open(place(), layout, loop, heard);
  }

  private Opening.Ready ready(ChunkLayout layout) {
    Opening opening = open(layout);
    assertThat(opening).isInstanceOf(Opening.Ready.class);
    return (Opening.Ready) opening;
  }

  private static StreamProblem refusal(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Refused.class);
    return ((Opening.Refused) opening).problem();
  }

  private void write(ChunkFile file, int... chunks) throws Exception {
    for (int chunk : chunks) {
      assertThat(loop.call(() -> file.write(chunk, chunk(chunk)))).isTrue();
    }
  }

  private Optional<Bytes> read(ChunkFile file, long sequence) throws Exception {
    Heard<Optional<Bytes>> answer = new Heard<>();
    loop.execute(() -> file.read(sequence, answer));
    return answer.next();
  }

  private Finish finish(ChunkFile file) throws Exception {
    Heard<Finish> answer = new Heard<>();
    loop.execute(() -> file.finish(CONTENT.length, answer));
    return answer.next();
  }

  private void close(ChunkFile file) throws Exception {
    loop.call(() -> {
      file.close();
      return true;
    });
    file.awaitClosed(20);
  }

  private static BatchSeal seal(long start) {
    return new BatchSeal(
        start, 5, false, new Signature(Bytes.wrapOwned(new byte[Signature.LENGTH])));
  }

  private static Bytes chunk(int number) {
    return GrowingProcess.chunk(CONTENT, CHUNK, number);
  }

  private Path place() {
    return folder.resolve("a.ts");
  }

  private Path part() {
    return PartNames.of(place(), GrowingProcess.STREAM).part();
  }

  private Path map() {
    return PartNames.of(place(), GrowingProcess.STREAM).map();
  }

  private static BitSet set(int... chunks) {
    BitSet set = new BitSet();
    for (int chunk : chunks) {
      set.set(chunk);
    }
    return set;
  }

  private static void damage(Path path, long at) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(at);
      int before = file.read();
      file.seek(at);
      file.write(before ^ 1);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
