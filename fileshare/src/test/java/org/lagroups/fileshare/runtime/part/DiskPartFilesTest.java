package org.lagroups.fileshare.runtime.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.ContentChangedException;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.MerkleTree;
import org.lagroups.fileshare.merkle.TreeReader;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.part.PartFile;
import org.lagroups.fileshare.part.PartFiles.Opening;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.record.Records;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.DiskProblem;

class DiskPartFilesTest {

  private static final int LEAF = TreeShape.LEAF_BYTES;
  private static final byte[] CONTENT = Vectors.content(9 * LEAF + 100);
  private static final MerkleTree TREE = Vectors.tree(CONTENT);

  @TempDir private Path folder;
  private final DiskPartFiles files = new DiskPartFiles(Runnable::run);

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void growsUnderAHiddenNameAndTakesItsOwnWhenWhole() throws Exception {
    PartFile file = ready("a.bin").file();
    write(file, 0, 10);
    assertThat(list()).allMatch(name -> name.startsWith(".a.bin.")).hasSize(2);
    assertThat(finish(file))
        .isEqualTo(new PartFile.Finish.Done(folder.resolve("a.bin").toString()));
    assertThat(list()).containsExactly("a.bin");
    assertThat(folder.resolve("a.bin")).hasBinaryContent(CONTENT);
  }

  @Test
  void goesOnAfterACrashWithWhatIsStillGood() throws Exception {
    PartFile file = ready("a.bin").file();
    write(file, 0, 3);
    write(file, 5, 2);
    file.close();
    damage(part(), 1 * LEAF + 7);
    Opening.Ready again = ready("a.bin");
    assertThat(again.leaves()).isEqualTo(leaves(0, 2, 5, 6));
    again.file().close();
    truncate(part(), 2 * LEAF + 10);
    assertThat(ready("a.bin").leaves()).isEqualTo(leaves(0));
  }

  @Test
  void countsNothingWhenItsNotesAreDamagedOrOfAnotherFile() throws Exception {
    PartFile file = ready("a.bin").file();
    write(file, 0, 3);
    file.close();
    damage(map(), 3);
    assertThat(ready("a.bin").leaves()).isEqualTo(leaves());
  }

  @Test
  void notesThatLieAreFoundOutWhenItIsToBeFinished() throws Exception {
    Opening.Ready ready = ready("a.bin");
    Bytes wrong = Bytes.wrapOwned(new byte[10 * LEAF - LEAF + 100]);
    byte[] hashes = new byte[10 * MerkleRoot.LENGTH];
    for (int i = 0; i < 10; i++) {
      byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(leafOf(wrong, i));
      System.arraycopy(hash, 0, hashes, i * MerkleRoot.LENGTH, MerkleRoot.LENGTH);
    }
    write(ready.file(), new LeafRange(0, 10), wrong, Bytes.wrapOwned(hashes));
    assertThat(finish(ready.file())).isEqualTo(new PartFile.Finish.Damaged(leaves()));
    write(ready.file(), 0, 10);
    assertThat(finish(ready.file())).isInstanceOf(PartFile.Finish.Done.class);
  }

  @Test
  void findsWhatTheDiskHasLostWhenItIsToBeFinished() throws Exception {
    PartFile file = ready("a.bin").file();
    write(file, 0, 10);
    damage(part(), 4 * LEAF);
    assertThat(finish(file))
        .isEqualTo(new PartFile.Finish.Damaged(leaves(0, 1, 2, 3, 5, 6, 7, 8, 9)));
    write(file, 4, 1);
    assertThat(finish(file)).isInstanceOf(PartFile.Finish.Done.class);
  }

  @Test
  void answersWhenOpeningFailsInAWayThatNobodyThoughtOf() throws Exception {
    Target target = new Target(TREE.root(), TREE.shape(), "no\0folder", new FileName("a.bin"));

    DiskProblem problem = refusal(answer(done -> files.open(target, done)));
    assertThat(problem.kind()).isEqualTo(DiskProblem.Kind.IO);
    assertThat(problem.message()).contains("a fault in the node");
    assertThat(ready("a.bin").leaves()).as("it goes on working").isEqualTo(leaves());
  }

  @Test
  void neverReplacesAnotherFile() throws Exception {
    Files.writeString(folder.resolve("a.bin"), "precious");
    Files.writeString(folder.resolve("a (2).bin"), "precious too");
    PartFile file = ready("a.bin").file();
    write(file, 0, 10);
    assertThat(finish(file))
        .isEqualTo(new PartFile.Finish.Done(folder.resolve("a (3).bin").toString()));
    assertThat(folder.resolve("a.bin")).hasContent("precious");
    assertThat(folder.resolve("a (2).bin")).hasContent("precious too");
  }

  @Test
  void knowsTheVeryFileWhenItIsThereAlready() throws Exception {
    Files.write(folder.resolve("a.bin"), CONTENT);
    assertThat(open("a.bin"))
        .isEqualTo(new Opening.AlreadyThere(folder.resolve("a.bin").toString()));
  }

  @Test
  void makesNoHiddenFileForAStranger() throws Exception {
    PartFile file = ready(".bashrc").file();
    write(file, 0, 10);
    assertThat(finish(file))
        .isEqualTo(new PartFile.Finish.Done(folder.resolve("_bashrc").toString()));
  }

  @Test
  void staysInItsFolderWithTheLongestName() throws Exception {
    PartFile file = ready("ä".repeat(127)).file();
    write(file, 0, 10);
    assertThat(finish(file)).isInstanceOf(PartFile.Finish.Done.class);
    assertThat(list()).containsExactly("ä".repeat(127));
  }

  @Test
  void doesNotFollowALinkThatSomebodyLaidOut() throws Exception {
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(part(), victim);
    assertThat(open("a.bin")).isInstanceOf(Opening.Refused.class);
    assertThat(victim).hasContent("precious");
  }

  @Test
  void saysThatThereIsNotEnoughRoom() throws Exception {
    Target huge =
        new Target(
            Records.root(1),
            new TreeShape(TreeShape.MAX_FILE_BYTES),
            folder.toString(),
            new FileName("huge"));
    assertThat(refusal(answer(done -> files.open(huge, done))).kind())
        .isEqualTo(DiskProblem.Kind.FULL);
    assertThat(list()).isEmpty();
  }

  @Test
  void saysThatThereIsNoFolder() throws Exception {
    Target target = new Target(TREE.root(), TREE.shape(), folder + "/none", new FileName("a.bin"));
    assertThat(refusal(answer(done -> files.open(target, done))).kind())
        .isEqualTo(DiskProblem.Kind.NO_FOLDER);
  }

  @Test
  void tellsAFullDiskFromOtherTroubles() {
    assertThat(DiskPartFiles.PROBLEMS.of(new IOException("No space left on device"), folder).kind())
        .isEqualTo(DiskProblem.Kind.FULL);
    assertThat(DiskPartFiles.PROBLEMS.of(new IOException("Disk quota exceeded"), folder).kind())
        .isEqualTo(DiskProblem.Kind.FULL);
    assertThat(DiskPartFiles.PROBLEMS.of(new IOException("Read-only file system"), folder).kind())
        .isEqualTo(DiskProblem.Kind.PERMISSION);
    assertThat(DiskPartFiles.PROBLEMS.of(new IOException("Input/output error"), folder).kind())
        .isEqualTo(DiskProblem.Kind.IO);
  }

  @Test
  void isWrittenByOneDownloadAtATime() throws Exception {
    ready("a.bin");
    assertThat(refusal(open("a.bin")).message()).contains("already");
  }

  @Test
  void leavesNothingBehindWhenGivenUp() throws Exception {
    PartFile file = ready("a.bin").file();
    write(file, 0, 3);
    file.discard();
    Opening.Ready again = ready("a.bin");
    assertThat(again.leaves()).isEqualTo(leaves());
    again.file().discard();
    files.close();
    assertThat(list()).isEmpty();
  }

  private Opening open(String name) throws Exception {
    return answer(done -> files.open(target(name), done));
  }

  private Opening.Ready ready(String name) throws Exception {
    return (Opening.Ready) open(name);
  }

  private Target target(String name) {
    return new Target(TREE.root(), TREE.shape(), folder.toString(), new FileName(name));
  }

  private Path part() {
    return new PartNames(target("a.bin")).part();
  }

  private Path map() {
    return new PartNames(target("a.bin")).map();
  }

  private static void write(PartFile file, int first, int count) throws Exception {
    LeafRange range = new LeafRange(first, count);
    write(file, range, part(range), hashes(range));
  }

  private static void write(PartFile file, LeafRange range, Bytes content, Bytes hashes)
      throws Exception {
    Optional<DiskProblem> problem = answer(done -> file.write(range, content, hashes, done));
    assertThat(problem).isEmpty();
  }

  private static PartFile.Finish finish(PartFile file) throws Exception {
    return answer(file::finish);
  }

  private static DiskProblem refusal(Opening opening) {
    return ((Opening.Refused) opening).problem();
  }

  private static <T> T answer(Consumer<Consumer<T>> question) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    question.accept(answer::complete);
    return answer.get(20, TimeUnit.SECONDS);
  }

  private static Bytes part(LeafRange range) {
    return Bytes.copyOf(
        CONTENT, (int) TREE.shape().offsetOf(range.first()), TREE.shape().bytesOf(range));
  }

  private static byte[] leafOf(Bytes content, int leaf) {
    return content.slice(leaf * LEAF, Math.min(content.length(), (leaf + 1) * LEAF)).toArray();
  }

  private static Bytes hashes(LeafRange range) throws ContentChangedException {
    return new TreeReader(TREE)
        .prove(range, wanted -> part(wanted).toArray())
        .check(TREE.shape(), TREE.root(), range, part(range))
        .orElseThrow();
  }

  private static BitSet leaves(int... leaves) {
    BitSet set = new BitSet();
    for (int leaf : leaves) {
      set.set(leaf);
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

  private static void truncate(Path path, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(length);
    }
  }

  private List<String> list() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
