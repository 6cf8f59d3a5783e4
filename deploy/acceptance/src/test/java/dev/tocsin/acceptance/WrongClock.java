package dev.tocsin.acceptance;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/**
 * Steps the clock of one running process, as when somebody sets it or its time server was wrong: from then on java.time
 * tells the other time there. What the machine counts since its start ({@code System.nanoTime}) goes on evenly, as it does
 * on a real machine.
 */
public final class WrongClock {
    private static final String STEP = "tocsin.story.clock-step-ms";
    private static boolean wrong;

    private WrongClock() {}

    /** @param by how far from the machine's own time, whatever the clock was set to before */
    static void set(ProcessHandle process, Duration by) {
        try {
            var machine = VirtualMachine.attach(String.valueOf(process.pid()));
            try {
                machine.loadAgent(agent().toString(), String.valueOf(by.toMillis()));
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new AssertionError("the clock of process " + process.pid() + " could not be set", e);
        }
    }

    /** Called in the process whose clock is set. */
    public static void agentmain(String millis, Instrumentation process) throws UnmodifiableClassException {
        System.setProperty(STEP, millis);
        if (wrong) return;
        wrong = true;
        process.addTransformer(new Setter(), true);
        process.retransformClasses(Clock.class);
    }

    /** Lets {@code Clock.currentInstant}, from which every clock of java.time reads, add the step before it returns. */
    private static final class Setter implements ClassFileTransformer {
        private static final CodeTransform ADDING = (code, element) -> {
            if (element instanceof ReturnInstruction)
                code.ldc(STEP)
                        .invokestatic(
                                ClassDesc.of(Long.class.getName()),
                                "getLong",
                                MethodTypeDesc.of(ClassDesc.of(Long.class.getName()), ConstantDescs.CD_String))
                        .invokevirtual(
                                ClassDesc.of(Long.class.getName()),
                                "longValue",
                                MethodTypeDesc.of(ConstantDescs.CD_long))
                        .invokevirtual(
                                ClassDesc.of(Instant.class.getName()),
                                "plusMillis",
                                MethodTypeDesc.of(ClassDesc.of(Instant.class.getName()), ConstantDescs.CD_long));
            code.with(element);
        };

        @Override
        public byte[] transform(
                Module module, ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
            if (type != Clock.class) return null;
            var file = ClassFile.of();
            return file.transformClass(
                    file.parse(bytes),
                    ClassTransform.transformingMethodBodies(
                            method -> method.methodName().equalsString("currentInstant"), ADDING));
        }
    }

    private static Path agent() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", WrongClock.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        var jar = Path.of("target", "wrong-clock.jar").toAbsolutePath();
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var part : new Class<?>[] {WrongClock.class, Setter.class}) {
                var name = part.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (var bytes = part.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(out);
                }
            }
        }
        return jar;
    }
}
