/**
 * Questions about an attestation graph, answered in the same words whether it is a running group's
 * or comes out of a file. Start with {@link org.lagroups.node.query.GraphQuestions}.
 */
@NullMarked
package org.lagroups.node.query;

import org.jspecify.annotations.NullMarked;
