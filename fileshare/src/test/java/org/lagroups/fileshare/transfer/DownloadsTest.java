package org.lagroups.fileshare.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.testing.MemoryDisk;
import org.lagroups.fileshare.testing.Village;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.machine.Bytes;
import org.lagroups.node.disk.DiskProblem;

class DownloadsTest {

  private static final int LEAF = TreeShape.LEAF_BYTES;
  private static final byte[] CONTENT = Vectors.content(100 * LEAF + 5);
  private static final MerkleRoot ROOT = Vectors.tree(CONTENT).root();

  private final Village village = new Village("me-ann me-bob me-cy ann-zoe bob-zoe");
  private final MemoryDisk disk = new MemoryDisk();
  private final Map<Long, Phase> saved = new HashMap<>();
  private Downloads downloads = newLife();

  @Test
  void fetchesFromAllHoldersAtOnce() {
    village.files("ann").hold(CONTENT);
    village.files("bob").hold(CONTENT);
    village.files("zoe").hold(CONTENT);
    DownloadStatus status = begin();
    run(20);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
    assertThat(status(status).path()).contains("/home/me/a.bin");
    assertThat(status(status).doneBytes()).isEqualTo(CONTENT.length);
    assertThat(village.files("ann").leafRequests).isGreaterThan(3);
    assertThat(village.files("bob").leafRequests).isGreaterThan(3);
    assertThat(village.files("zoe").leafRequests).isGreaterThan(3);
    assertThat(disk.leavesWritten).isEqualTo(101);
  }

  @Test
  void exposesAHolderThatServesBadBlocksAndFetchesThemElsewhere() {
    village.files("ann").hold(CONTENT);
    village.files("bob").hold(CONTENT);
    village.files("bob").servesBadLeaves = true;
    DownloadStatus status = begin();
    run(20);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
    assertThat(status(status).exposed()).containsExactly(village.node("bob"));
    assertThat(village.files("bob").leafRequests).isLessThanOrEqualTo(Holder.MAX_WINDOW);
  }

  @Test
  void takesNoBlockOfWrongLengthAndNoEmptyOne() {
    village.files("ann").hold(CONTENT);
    village.files("bob").hold(CONTENT);
    village.tamper("bob", (route, reply) -> shortened(reply));
    DownloadStatus status = begin();
    run(20);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
    assertThat(status(status).exposed()).containsExactly(village.node("bob"));
  }

  @Test
  void waitsForAHolderAndGoesOnWhenThereIsOne() {
    DownloadStatus status = begin();
    run(10);
    assertThat(status(status).phase()).isEqualTo(Phase.WAITING);
    village.files("cy").hold(CONTENT);
    run(10);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void goesOnWithTheOthersWhenAHolderFallsSilent() {
    village.files("ann").hold(CONTENT);
    village.files("bob").hold(CONTENT);
    DownloadStatus status = begin();
    village.pass(5);
    village.silence("ann");
    run(60);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void goesAroundARelayThatAltersBlocks() {
    village.files("zoe").hold(CONTENT);
    village.tamper("ann", (route, reply) -> altered(reply, route));
    DownloadStatus status = begin();
    run(30);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
    assertThat(status(status).exposed()).isEmpty();
  }

  @Test
  void resumesAfterACrashWithoutFetchingAgain() {
    village.files("ann").hold(CONTENT);
    DownloadStatus status = begin();
    village.pass(8);
    int before = disk.leaves(ROOT);
    assertThat(before).isBetween(6, 95);
    disk.damage(ROOT, 3);
    village.crash();
    downloads = newLife();
    downloads.restore(
        List.of(
            new Downloads.Kept(
                status.entry(), Objects.requireNonNull(saved.get(status.entry().id())), "")));
    village.files("ann").leafRequests = 0;
    run(20);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
    assertThat(village.files("ann").leafRequests).isLessThanOrEqualTo((101 - before) / 3 + 2);
  }

  @Test
  void fetchesAgainWhatTheDiskHasLostWhenItIsToBeFinished() {
    village.files("ann").hold(CONTENT);
    disk.losesOnce = 3;
    DownloadStatus status = begin();
    run(20);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
    assertThat(disk.leavesWritten).isEqualTo(104);
  }

  @Test
  void stopsWithAClearErrorWhenTheDiskIsFullAndGoesOnLater() {
    village.files("ann").hold(CONTENT);
    DownloadStatus status = begin();
    village.pass(5);
    disk.full = true;
    run(5);
    assertThat(status(status).phase()).isEqualTo(Phase.FAILED);
    assertThat(status(status).problem().orElseThrow().kind()).isEqualTo(DiskProblem.Kind.FULL);
    disk.full = false;
    assertThat(downloads.resume(status.entry().id())).isTrue();
    run(10);
    assertThat(status(status).phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void pausesResumesAndForgets() {
    village.files("ann").hold(CONTENT);
    DownloadStatus status = begin();
    village.pass(5);
    downloads.pause(status.entry().id());
    run(20);
    assertThat(status(status).phase()).isEqualTo(Phase.PAUSED);
    assertThat(downloads.isBusy()).isFalse();
    assertThat(begin().entry().id()).isGreaterThan(status.entry().id());
    run(20);
    assertThat(downloads.all()).hasSize(1);
    assertThat(downloads.all().getFirst().phase()).isEqualTo(Phase.DONE);
    assertThat(downloads.remove(downloads.all().getFirst().entry().id())).isTrue();
    assertThat(downloads.all()).isEmpty();
    assertThat(saved).isEmpty();
    assertThat(downloads.remove(77)).isFalse();
  }

  @Test
  void asksNobodyWhoHasAFileOfAnotherLength() {
    village.files("ann").hold(CONTENT);
    Target wrong = new Target(ROOT, new TreeShape(5), "/home/me", new FileName("a.bin"));
    DownloadStatus status = downloads.begin(village.group(), village.node("ann"), wrong);
    run(10);
    assertThat(status(status).phase()).isEqualTo(Phase.WAITING);
    assertThat(village.files("ann").leafRequests).isZero();
  }

  @Test
  void boundsHowManyRunAtOnce() {
    for (int i = 0; i < Downloads.MAX_ACTIVE; i++) {
      begin("f" + i);
    }
    assertThatThrownBy(() -> begin("one more")).isInstanceOf(IllegalStateException.class);
    assertThat(begin("f0").entry().id()).isEqualTo(1);
  }

  @Test
  void forgetsTheOldestThatIsDoneToMakeRoom() {
    List<Downloads.Kept> kept = kept(Downloads.MAX_KEPT, Phase.PAUSED);
    kept.set(6, done(kept.get(6)));
    kept.set(8, done(kept.get(8)));
    downloads.restore(kept);
    long newest = begin("one more").entry().id();
    assertThat(downloads.all()).hasSize(Downloads.MAX_KEPT);
    assertThat(downloads.status(kept.get(6).entry().id())).isEmpty();
    assertThat(downloads.status(kept.get(8).entry().id())).isPresent();
    assertThat(saved).containsOnlyKeys(newest);
  }

  @Test
  void forgetsNoneThatCanGoOnAndSaysWhatToDo() {
    List<Downloads.Kept> kept = kept(Downloads.MAX_KEPT, Phase.PAUSED);
    kept.set(3, new Downloads.Kept(kept.get(3).entry(), Phase.FAILED, ""));
    downloads.restore(kept);
    assertThatThrownBy(() -> begin("one more"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1000 downloads are kept");
    assertThat(downloads.all()).hasSize(Downloads.MAX_KEPT);
    assertThat(saved).isEmpty();
    assertThat(begin("f3").phase().isActive()).as("one that is known goes on").isTrue();
    assertThat(downloads.remove(kept.get(5).entry().id())).isTrue();
    begin("one more");
    assertThat(downloads.all()).hasSize(Downloads.MAX_KEPT);
  }

  private List<Downloads.Kept> kept(int count, Phase phase) {
    List<Downloads.Kept> kept = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DownloadEntry entry =
          new DownloadEntry(i + 1, village.group(), village.node("ann"), target("f" + i));
      kept.add(new Downloads.Kept(entry, phase, ""));
    }
    return kept;
  }

  private static Downloads.Kept done(Downloads.Kept kept) {
    return new Downloads.Kept(kept.entry(), Phase.DONE, "/home/me/a.bin");
  }

  private DownloadStatus begin() {
    return begin("a.bin");
  }

  private DownloadStatus begin(String name) {
    return downloads.begin(village.group(), village.node("ann"), target(name));
  }

  private static Target target(String name) {
    return new Target(ROOT, new TreeShape(CONTENT.length), "/home/me", new FileName(name));
  }

  private DownloadStatus status(DownloadStatus earlier) {
    return downloads.status(earlier.entry().id()).orElseThrow();
  }

  private void run(int seconds) {
    for (int i = 0; i < seconds; i++) {
      village.pass(1_000);
      downloads.tick();
    }
  }

  private Downloads newLife() {
    return new Downloads(village, disk, new Store(), village::nowMillis, () -> {});
  }

  private static PeerReply shortened(PeerReply reply) {
    if (reply instanceof PeerReply.Answered answered
        && answered.reply() instanceof FileReply.Leaves leaves) {
      return new PeerReply.Answered(new FileReply.Leaves(Bytes.EMPTY, leaves.proof()));
    }
    return reply;
  }

  private static PeerReply altered(PeerReply reply, org.lagroups.core.route.Route route) {
    return reply instanceof PeerReply.Answered answered
            && answered.reply() instanceof FileReply.Leaves
        ? new PeerReply.Altered(route)
        : reply;
  }

  private final class Store implements DownloadStore {
    @Override
    public void save(DownloadEntry entry, Phase phase, String path) {
      saved.put(entry.id(), phase);
    }

    @Override
    public void remove(long id) {
      saved.remove(id);
    }
  }
}
