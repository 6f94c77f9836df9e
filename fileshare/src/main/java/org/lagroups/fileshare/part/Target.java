package org.lagroups.fileshare.part;

import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.record.FileName;

/**
 * What is to be written where.
 *
 * @param folder an absolute path on this machine, chosen by this node's person
 * @param name under which the file is to stand there
 */
public record Target(MerkleRoot root, TreeShape shape, String folder, FileName name) {}
