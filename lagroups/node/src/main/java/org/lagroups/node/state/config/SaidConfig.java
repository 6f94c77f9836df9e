package org.lagroups.node.state.config;

import java.util.List;

/**
 * What a file of settings says.
 *
 * @param config the settings, with the defaults where it says nothing
 * @param settings each key with what may stand there, in the order of the documents; batteries of
 *     single groups only where the file has them
 */
public record SaidConfig(NodeConfig config, List<Setting> settings) {

  public SaidConfig {
    settings = List.copyOf(settings);
  }
}
