package org.lagroups.wormguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.json.Json;
import org.lagroups.wormguard.api.ExportedSignature;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag guard sigs export}. */
@Command(
    name = "export",
    description = {
      "Writes signatures to a file, each with its evidence and proof of who endorses it.",
      "Another member takes them by lag guard sigs import."
    })
final class ExportCommand extends LagCommand {

  @Parameters(
      arity = "1..2",
      paramLabel = "[ID] FILE",
      description = "The signature's ID, unless all are written, and the file.")
  private List<String> words = List.of();

  @Option(names = "--all", description = "Write all signatures of which the evidence is here.")
  private boolean isAll;

  /** What was written. */
  record Written(String file, int signatures, int leftOut) {}

  @Override
  public Integer call() {
    if (words.size() != (isAll ? 1 : 2)) {
      throw usage(isAll ? "--all and a FILE, and no ID" : "an ID and a FILE, or --all and a FILE");
    }
    List<ExportedSignature> exported = new ArrayList<>();
    int leftOut = 0;
    for (String id : isAll ? all() : List.of(words.getFirst())) {
      try {
        exported.add(control().get(SigsCommand.path(id, "/export"), ExportedSignature.class));
      } catch (ControlException e) {
        if (!isAll || !e.code().equals(ExportedSignature.NO_EVIDENCE)) {
          throw e;
        }
        leftOut++;
      }
    }
    Path file = Path.of(words.getLast());
    try {
      Files.write(file, Json.writeBytes(new ExportFile(exported)));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write " + Output.safe(file.toString()), "name a file that you may write");
    }
    Written written = new Written(file.toString(), exported.size(), leftOut);
    out().data(written, () -> print(written));
    return DONE;
  }

  private void print(Written written) {
    out().line("%d written to %s".formatted(written.signatures(), Output.safe(written.file())));
    if (written.leftOut() > 0) {
      out().line("%d left out: the evidence is not here yet".formatted(written.leftOut()));
    }
  }

  private List<String> all() {
    return control().get(SigsCommand.PATH, SignatureList.class).signatures().stream()
        .map(SignatureView::id)
        .toList();
  }
}
