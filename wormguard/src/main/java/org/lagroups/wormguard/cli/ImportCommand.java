package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.json.Json;
import org.lagroups.wormguard.api.ImportedSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag guard sigs import}. */
@Command(
    name = "import",
    description = {
      "Takes signatures from a file, as if a member of the group had offered them now.",
      "Their origin has to be a member. They are tested like all others, whoever has endorsed them."
          + " A proof of endorsements that is forged, or about something else, has a signature"
          + " refused; one that has ended only says who had endorsed it. Ends with exit code 1 if one"
          + " is refused."
    })
final class ImportCommand extends LagCommand {

  @Parameters(paramLabel = "FILE", description = "As lag guard sigs export writes it.")
  private Path file = Path.of("-");

  @Override
  public Integer call() {
    ExportFile exported =
        ExportFile.read(OfferCommand.read(file, Json.MAX_LENGTH))
            .orElseThrow(() ->
                new CommandFailedException(
                    Output.safe(file.toString()) + " is no file of signatures",
                    "export them again: lag guard sigs export"));
    List<ImportedSignature> taken = new ArrayList<>();
    List<ImportView.RefusedView> refused = new ArrayList<>();
    for (int i = 0; i < exported.signatures().size(); i++) {
      try {
        taken.add(
            control()
                .post("/v1/guard/import", exported.signatures().get(i), ImportedSignature.class));
      } catch (ControlException e) {
        if (e.code().equals(ControlException.NOT_RUNNING)
            || e.code().equals(ControlException.DISCONNECTED)) {
          throw e;
        }
        refused.add(new ImportView.RefusedView(i + 1, String.valueOf(e.getMessage())));
      }
    }
    ImportView view = new ImportView(taken, refused);
    out().data(view, () -> print(view));
    return refused.isEmpty() ? DONE : FAILED;
  }

  private void print(ImportView view) {
    for (ImportedSignature one : view.taken()) {
      out().line("%s  %s, %s".formatted(one.signature().id(), one.signature().phase(), proof(one)));
    }
    for (ImportView.RefusedView one : view.refused()) {
      out()
          .note(
              "number %d of the file was not taken: %s"
                  .formatted(one.number(), Output.safe(one.why())));
    }
  }

  private static String proof(ImportedSignature one) {
    if (one.provenEndorsers() == 0) {
      return "without proof that anybody endorses it";
    }
    boolean isOver = one.provenUntilMillis() <= System.currentTimeMillis();
    return "%d members %s it until %s"
        .formatted(
            one.provenEndorsers(),
            isOver ? "had endorsed" : "endorse",
            SigsCommand.time(one.provenUntilMillis()));
  }
}
