package org.lagroups.node.cli.transcript;

import java.util.List;
import org.lagroups.node.cli.CommandEntry;
import org.lagroups.node.cli.CommandProvider;

/** The sub-command {@code transcript}. */
public final class TranscriptCommandProvider implements CommandProvider {

  @Override
  public List<CommandEntry> commands() {
    return List.of(new CommandEntry("transcript", TranscriptCommand::new));
  }
}
