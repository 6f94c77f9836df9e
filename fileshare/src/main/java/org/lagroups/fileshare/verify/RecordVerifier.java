package org.lagroups.fileshare.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.Member;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;

/** Asks a record's publisher for it again, over routes that share no relay. */
public final class RecordVerifier {

  /** The most routes used. */
  public static final int MAX_PATHS = 16;

  /** How long an answer may take over one route. */
  public static final long ANSWER_MILLIS = 10_000;

  private final Peers peers;

  public RecordVerifier(Peers peers) {
    this.peers = peers;
  }

  /**
   * Verifies {@code record}.
   *
   * @param paths how many routes are wanted, 1 to {@link #MAX_PATHS}
   * @param done called once, when all routes have answered or failed; from within the call if there
   *     is no route
   */
  public void verify(SignedRecord record, int paths, Consumer<Verification> done) {
    if (paths < 1 || paths > MAX_PATHS) {
      throw new IllegalArgumentException("1 to 16 paths, not " + paths);
    }
    FileRecord about = record.record();
    List<Route> routes = peers.disjoint(about.group(), about.publisher(), paths);
    Run run = new Run(record, paths, routes, done);
    if (routes.isEmpty()) {
      run.conclude();
    }
    FileRequest request = new FileRequest.FetchRecord(about.root());
    for (int i = 0; i < routes.size(); i++) {
      int at = i;
      peers.ask(routes.get(i), request, ANSWER_MILLIS, reply -> run.onReply(at, reply));
    }
  }

  private final class Run {
    private final SignedRecord record;
    private final int paths;
    private final List<Route> routes;
    private final Consumer<Verification> done;
    private final @Nullable PathOutcome[] outcomes;
    private int missing;

    Run(SignedRecord record, int paths, List<Route> routes, Consumer<Verification> done) {
      this.record = record;
      this.paths = paths;
      this.routes = routes;
      this.done = done;
      this.outcomes = new PathOutcome[routes.size()];
      this.missing = routes.size();
    }

    void onReply(int at, PeerReply reply) {
      outcomes[at] = outcome(routes.get(at), reply);
      missing--;
      if (missing == 0) {
        conclude();
      }
    }

    void conclude() {
      List<PathOutcome> all = new ArrayList<>();
      for (PathOutcome outcome : outcomes) {
        all.add(Objects.requireNonNull(outcome));
      }
      done.accept(Conclusions.draw(record, paths, all));
    }

    private PathOutcome outcome(Route route, PeerReply reply) {
      return switch (reply) {
        case PeerReply.Altered altered -> new PathOutcome.Altered(route);
        case PeerReply.Failed failed -> new PathOutcome.NoAnswer(route, failed.failure());
        case PeerReply.Answered answered -> outcome(route, answered.reply());
      };
    }

    private PathOutcome outcome(Route route, FileReply reply) {
      if (!(reply instanceof FileReply.Published published)) {
        return new PathOutcome.Invalid(route);
      }
      Optional<SignedRecord> answer = published.record();
      if (answer.isEmpty()) {
        return new PathOutcome.Gone(route);
      }
      if (answer.get().equals(record)) {
        return new PathOutcome.Same(route);
      }
      return isAboutTheSame(answer.get())
          ? new PathOutcome.Different(route, answer.get())
          : new PathOutcome.Invalid(route);
    }

    private boolean isAboutTheSame(SignedRecord answer) {
      FileRecord asked = record.record();
      Optional<Member> publisher = peers.member(asked.group(), asked.publisher());
      return answer.record().group().equals(asked.group())
          && answer.record().root().equals(asked.root())
          && publisher.isPresent()
          && answer.isSignedBy(publisher.get().identity());
    }
  }
}
