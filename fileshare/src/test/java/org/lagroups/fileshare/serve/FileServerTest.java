package org.lagroups.fileshare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.route.Responder;
import org.lagroups.core.route.Route;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RoutedRequest;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.query.Query;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.fileshare.wire.RequestCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

class FileServerTest {

  private static final NodeId HERE = Records.ALICE.nodeId();

  private final Slow files = new Slow();
  private final List<RouteRefusal> refusals = new ArrayList<>();
  private long nowNanos;
  private final FileServer server = new FileServer(files, () -> nowNanos);
  private int answers;

  @Test
  void boundsWhatOneMemberHasUnderWay() {
    ask(node(1), leaves(), FileServer.MAX_OPEN_PER_MEMBER + 5);
    assertThat(refusals).hasSize(5).containsOnly(RouteRefusal.BUSY);
    ask(node(2), leaves(), 1);
    assertThat(refusals).hasSize(5);
    files.answerAll();
    assertThat(answers).isEqualTo(FileServer.MAX_OPEN_PER_MEMBER + 1);
    ask(node(1), leaves(), 1);
    assertThat(refusals).hasSize(5);
    assertThat(server.counters().overBudget()).isEqualTo(5);
    assertThat(server.counters().contentAnswers()).isEqualTo(answers);
  }

  @Test
  void boundsWhatAllTogetherHaveUnderWay() {
    for (int i = 0; i < 20; i++) {
      ask(node(i), leaves(), FileServer.MAX_OPEN_PER_MEMBER);
    }
    assertThat(files.waiting).hasSize(FileServer.MAX_OPEN);
  }

  @Test
  void boundsQueriesPerTime() {
    FileRequest search = new FileRequest.Search(QueryParser.parse("x"), 1);
    for (int i = 0; i < 100; i++) {
      ask(node(1), search, 1);
      files.answerAll();
    }
    assertThat(server.counters().searches()).isEqualTo((long) FileServer.SEARCHES.burst());
    nowNanos += 1_000_000_000L;
    ask(node(1), search, 1);
    assertThat(files.waiting).hasSize(1);
  }

  @Test
  void boundsLookupsPerTime() {
    FileRequest lookup = new FileRequest.AskHeld(Records.root(1));
    for (int i = 0; i < 1_000; i++) {
      ask(node(1), lookup, 1);
      files.answerAll();
    }
    assertThat(server.counters().lookups()).isEqualTo((long) FileServer.LOOKUPS.burst());
  }

  @Test
  void countsAndDeclinesWhatIsNoRequest() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(300)];
      random.nextBytes(garbage);
      server.onRequest(routed(node(1), Bytes.wrapOwned(garbage)), new Counting());
    }
    assertThat(refusals).hasSize(200).containsOnly(RouteRefusal.DECLINED);
    assertThat(server.counters().malformed()).isEqualTo(200);
  }

  private static FileRequest leaves() {
    return new FileRequest.FetchLeaves(Records.root(1), new LeafRange(0, 3));
  }

  private void ask(NodeId from, FileRequest request, int times) {
    for (int i = 0; i < times; i++) {
      server.onRequest(routed(from, RequestCodec.encode(request)), new Counting());
    }
  }

  private static RoutedRequest routed(NodeId from, Bytes body) {
    return new RoutedRequest(new Route(Records.GROUP, List.of(from, HERE)), body);
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }

  private final class Counting implements Responder {
    @Override
    public void answer(Bytes body) {
      answers++;
    }

    @Override
    public void refuse(RouteRefusal reason) {
      refusals.add(reason);
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** Answers when told to. */
  private static final class Slow implements SharedFiles {
    final List<Runnable> waiting = new ArrayList<>();

    void answerAll() {
      List.copyOf(waiting).forEach(Runnable::run);
      waiting.clear();
    }

    @Override
    public void search(GroupId group, Query query, int max, Consumer<List<SignedRecord>> done) {
      waiting.add(() -> done.accept(List.of()));
    }

    @Override
    public void record(GroupId group, MerkleRoot root, Consumer<Optional<SignedRecord>> done) {
      waiting.add(() -> done.accept(Optional.empty()));
    }

    @Override
    public void held(GroupId group, MerkleRoot root, Consumer<Optional<TreeShape>> done) {
      waiting.add(() -> done.accept(Optional.empty()));
    }

    @Override
    public void leaves(GroupId group, MerkleRoot root, LeafRange range, Consumer<FileReply> done) {
      waiting.add(() ->
          done.accept(
              new FileReply.Leaves(
                  Bytes.copyOf((byte) 1),
                  new org.lagroups.fileshare.merkle.RangeProof(List.of()))));
    }
  }
}
