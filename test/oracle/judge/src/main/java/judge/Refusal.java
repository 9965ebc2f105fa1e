package judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts a refusal into words, and tells what the file is to blame for from what its surroundings are. */
final class Refusal {
    private static final Set<String> SURROUNDINGS = Set.of(
        "java.io.FileNotFoundException", "java.nio.file.NoSuchFileException", "java.nio.file.AccessDeniedException",
        "java.nio.file.NotDirectoryException", "java.net.UnknownHostException", "java.net.ConnectException", "java.net.SocketException",
        "java.net.BindException", "java.lang.OutOfMemoryError",
        // Algorithms and providers are the JVM's, which may have more of them elsewhere.
        "java.security.NoSuchAlgorithmException", "java.security.NoSuchProviderException");
    private static final Pattern SURROUNDING_WORDS = Pattern.compile(String.join("|",
        "No resolvable bootstrap urls",
        "entry in the JAAS configuration\\. System property",
        "java\\.security\\.auth\\.login\\.config",
        "Modification time of key store could not be obtained",
        "org\\.apache\\.kafka\\.sasl\\.oauthbearer\\.allowed\\.(urls|files)",
        "this\\.clientTelemetryReporter", // 3.7 to 3.9 stumble over this after a class that they could not load
        "Class cannot be found",
        "Could not load config provider class|ClassNotFoundException exception occurred",
        "(Key|Trust)Store Path not accessible|java\\.net\\.UnknownHostException",
        "Failed to find any class that implements",
        "not found that matches the version range|VersionedPluginLoadingException\\.availableVersions", // of a plug-in: others may be installed elsewhere
        "resource initialization timed out after [1-9]", // the machine is too slow, or too fast, for a few milliseconds
        "doesn't exist|does not exist|No such file|Permission denied"));
    private static final Pattern MISSING_CLASS = Pattern.compile("[Cc]lass (?s:\\s*\\S.*) could not be found");
    /** Of the token that Kafka makes itself, where no class is named that would fetch one. */
    private static final Pattern LOGIN_WORDS = Pattern.compile("An internal error occurred while retrieving|OAuthBearerUnsecuredLoginCallbackHandler");
    private static final Pattern LOGIN_HANDLER = Pattern.compile("sasl\\.login\\.(callback\\.handler\\.)?class$");

    private Refusal() { }

    static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = thrown; t != null && !chain.contains(t); t = t.getCause()) chain.add(t);
        return chain;
    }

    /** The innermost words, which name the property; the outer ones only say that a client could not be constructed. */
    static String message(Throwable thrown) {
        String message = null;
        for (Throwable t : chain(thrown)) {
            if (t.getMessage() != null) message = t.getMessage();
        }
        return message == null ? thrown.getClass().getSimpleName() : message.replaceAll("@[0-9a-f]{5,8}\\b", "@");
    }

    static boolean surroundings(Throwable thrown, Case asked) {
        List<Throwable> chain = chain(thrown);
        return chain.stream().noneMatch(Refusal::isNameless) && chain.stream().anyMatch(one -> isSurroundings(one, asked));
    }

    private static boolean isSurroundings(Throwable t, Case asked) {
        String message = String.valueOf(t.getMessage());
        if (t instanceof ClassNotFoundException || t instanceof NoClassDefFoundError) return true;
        if (t instanceof javax.security.auth.login.LoginException) return !LOGIN_WORDS.matcher(message).find() || fetchesTokens(asked);
        if (MISSING_CLASS.matcher(message).find()) return true;
        return SURROUNDINGS.contains(t.getClass().getName()) || SURROUNDING_WORDS.matcher(message).find();
    }

    /** A class or an algorithm without a name is nowhere. */
    private static boolean isNameless(Throwable t) {
        String message = String.valueOf(t.getMessage());
        return t instanceof ClassNotFoundException && message.isBlank()
            || t instanceof java.security.NoSuchAlgorithmException && message.startsWith(" ");
    }

    /** Whether the file names a class that asks somebody else for a token. */
    private static boolean fetchesTokens(Case asked) {
        return asked.settings().entrySet().stream().anyMatch(setting -> LOGIN_HANDLER.matcher(setting.getKey()).find()
            && !setting.getValue().contains("OAuthBearerUnsecuredLoginCallbackHandler"));
    }
}
