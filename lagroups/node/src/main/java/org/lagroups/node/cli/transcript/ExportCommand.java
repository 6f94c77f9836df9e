package org.lagroups.node.cli.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.core.GroupChoice;
import org.lagroups.node.cli.core.MemberNames;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.SnapshotFile;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag transcript export}. */
@Command(
    name = "export",
    description = {
      "Writes a proof that this node is a member of a group, or another, or all of them.",
      "It is JSON, and ends by itself after at most the group's validity. Anyone can check it:",
      "  lag transcript verify FILE"
    })
final class ExportCommand extends LagCommand {

  @Mixin private GroupChoice group = new GroupChoice();

  @ArgGroup private Whom whom = new Whom();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write it. Default: print it.")
  private @Nullable Path file;

  /** About whom. */
  static final class Whom {

    @ArgGroup(exclusive = false)
    private One one = new One();

    @Option(
        names = "--all",
        description = "Who vouches for whom: the proofs of all members that answer, in one.")
    private boolean all;
  }

  /** About one member. */
  static final class One {

    @Option(
        names = {"-k", "--signers"},
        paramLabel = "K",
        defaultValue = "1",
        description = "How many members have to have signed, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int signers = 1;

    @Option(
        names = "--of",
        paramLabel = "NODE",
        description = "The member that is asked for its proof. Default: this node.")
    private @Nullable String member;
  }

  @Override
  public Integer call() {
    if (whom.one.signers < 1 || whom.one.signers > Transcript.MAX_SIGNERS) {
      throw usage("k is 1 to %d, not %d".formatted(Transcript.MAX_SIGNERS, whom.one.signers));
    }
    ControlClient control = control();
    GroupId chosen = group.resolve(control);
    if (whom.all) {
      SnapshotFile snapshot = control.get("/v1/groups/" + chosen + "/snapshot", SnapshotFile.class);
      int attestations = snapshot.members().stream().mapToInt(m -> m.endorsedBy().size()).sum();
      write(
          snapshot,
          "%d members, %d attestations".formatted(snapshot.members().size(), attestations));
    } else {
      TranscriptFile transcript = control.get(path(control, chosen), TranscriptFile.class);
      write(
          transcript,
          "signed by %d, valid until %s"
              .formatted(
                  transcript.signers().size(), Instant.ofEpochMilli(transcript.expiryMillis())));
    }
    return DONE;
  }

  private String path(ControlClient control, GroupId chosen) {
    String path = "/v1/groups/%s/transcript?signers=%d".formatted(chosen, whom.one.signers);
    String named = whom.one.member;
    if (named == null) {
      return path;
    }
    GroupView view = control.get("/v1/groups/" + chosen, GroupView.class);
    NodeId member = new MemberNames(view).resolve(named);
    return path + "&member=" + member;
  }

  private void write(Object proof, String summary) {
    String text = Json.writePretty(proof) + "\n";
    Path to = file;
    if (to == null) {
      out().data(proof, () -> text.lines().forEach(out()::line));
      return;
    }
    try {
      Files.writeString(to, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write %s: %s".formatted(to, e.getMessage()), "name another file by --out");
    }
    out().data(proof, () -> out().line(to + ": " + summary));
  }
}
