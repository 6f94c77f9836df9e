package org.lagroups.desktop.screen;

import java.util.function.Consumer;
import org.lagroups.desktop.link.Api;

/**
 * What a screen may use.
 *
 * @param api the node
 * @param notices where it tells what has happened
 * @param go shows another place
 * @param overlay shows something above the window
 * @param settings of this window, kept on this machine
 * @param opener opens files and addresses with the system's programs
 * @param history what the groups looked like before
 * @param directory what nodes and groups are called
 * @param keys copies the node's keys, where that can be done from here
 */
public record Desk(
    Api api,
    Notices notices,
    Consumer<Place> go,
    Overlay overlay,
    WindowSettings settings,
    Opener opener,
    GroupHistory history,
    Directory directory,
    KeyBackup keys) {}
