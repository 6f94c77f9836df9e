package org.lagroups.node.cli.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.core.GroupChoice;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag transcript export}. */
@Command(
    name = "export",
    description = {
      "Writes a proof that this node is a member of a group.",
      "It is JSON, and ends by itself after at most the group's validity. Anyone can check it:",
      "  lag transcript verify FILE"
    })
final class ExportCommand extends LagCommand {

  @Mixin private GroupChoice group = new GroupChoice();

  @Option(
      names = {"-k", "--signers"},
      paramLabel = "K",
      defaultValue = "1",
      description = "How many members have to have signed, 1 to 64. Default: ${DEFAULT-VALUE}.")
  private int signers = 1;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write it. Default: print it.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    ControlClient control = control();
    String path = "/v1/groups/" + group.resolve(control) + "/transcript?signers=" + signers;
    TranscriptFile transcript = control.get(path, TranscriptFile.class);
    String text = Json.writePretty(transcript) + "\n";
    Path to = file;
    if (to == null) {
      out().data(transcript, () -> text.lines().forEach(out()::line));
      return DONE;
    }
    try {
      Files.writeString(to, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write %s: %s".formatted(to, e.getMessage()), "name another file by --out");
    }
    out()
        .data(
            transcript,
            () ->
                out()
                    .line(
                        "%s: signed by %d, valid until %s"
                            .formatted(
                                to,
                                transcript.signers().size(),
                                Instant.ofEpochMilli(transcript.expiryMillis()))));
    return DONE;
  }
}
