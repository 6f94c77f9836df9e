package org.lagroups.fileshare.transfer;

import org.lagroups.fileshare.part.Target;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What a download is, apart from how far it is.
 *
 * @param id tells downloads apart; a later one has a greater ID
 * @param group among whose members the file is looked for
 * @param publisher who told of it
 */
public record DownloadEntry(long id, GroupId group, NodeId publisher, Target target) {}
