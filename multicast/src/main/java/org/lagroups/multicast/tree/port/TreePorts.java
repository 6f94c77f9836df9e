package org.lagroups.multicast.tree.port;

/** All that a node's place in one stream's tree stands on. */
public record TreePorts(
    TreeHost host,
    TreeGroups groups,
    TranscriptJudge judge,
    Epochs epochs,
    RelayQuality quality,
    TreeListener listener) {}
