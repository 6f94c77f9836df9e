package org.lagroups.wormguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.lagroups.node.cli.LagCommand;
import picocli.CommandLine.Command;

/** {@code lag guard unit}. */
@Command(
    name = "unit",
    description = {
      "Prints a unit for systemd that runs a gateway.",
      "",
      "Save it as /etc/systemd/system/lag-guard.service, change what it says of interfaces, rules"
          + " and addresses, then: systemctl enable --now lag-guard."
    })
final class UnitCommand extends LagCommand {

  private static final String UNIT = "lag-guard.service";

  /** What is printed with {@code --json}. */
  record UnitView(String name, String text) {}

  @Override
  public Integer call() {
    try (InputStream in = UnitCommand.class.getResourceAsStream(UNIT)) {
      byte[] bytes = Objects.requireNonNull(in, UNIT).readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      out().data(new UnitView(UNIT, text), () -> text.lines().forEach(out()::line));
      return DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
