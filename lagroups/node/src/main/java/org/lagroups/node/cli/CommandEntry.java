package org.lagroups.node.cli;

import java.util.function.Supplier;

/**
 * A sub-command of {@code lag}.
 *
 * @param name what is typed
 * @param command makes the picocli-annotated object, only when this command or the help is asked
 *     for
 */
public record CommandEntry(String name, Supplier<LagCommand> command) {}
