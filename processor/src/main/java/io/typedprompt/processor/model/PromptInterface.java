package io.typedprompt.processor.model;

import com.palantir.javapoet.ClassName;
import io.typedprompt.processor.diagnostic.Where;
import java.util.List;
import java.util.Set;

/**
 * An interface of prompts.
 *
 * @param name the interface
 * @param implementation the class to generate
 * @param isPublic whether the class is public
 * @param options the interface's own options
 * @param signatures the abstract methods, own ones first, in declaration order
 * @param isImplementable whether a class can declare all of them
 * @param methods those that are prompts without an obvious mistake
 * @param toolInstances the classes of tools that the constructor takes, in the order written
 * @param memberTypes simple names that mean something else inside the class: types that it inherits
 * @param shadowsJavaLang whether its package has a type with a name of {@code java.lang}
 * @param usesDiscouraged whether javac warns of something that its methods use: deprecated
 *     declarations, raw types
 * @param where the interface's declaration
 */
public record PromptInterface(
    ClassName name,
    ClassName implementation,
    boolean isPublic,
    Options options,
    List<MethodSignature> signatures,
    boolean isImplementable,
    List<PromptMethod> methods,
    List<ClassName> toolInstances,
    Set<String> memberTypes,
    boolean shadowsJavaLang,
    boolean usesDiscouraged,
    Where where) {}
