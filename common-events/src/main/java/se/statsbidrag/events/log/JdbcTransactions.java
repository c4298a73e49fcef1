package se.statsbidrag.events.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions on plain JDBC, for tests and tools that run without the framework. One thread has at most one open. */
public final class JdbcTransactions implements Transactions {
    private final DataSource plain;
    private final DataSource bound;

    @SuppressWarnings("ThreadLocalUsage") // each data source has its own open transactions
    private final ThreadLocal<@Nullable Connection> open = new ThreadLocal<>();

    public JdbcTransactions(DataSource plain) {
        this.plain = plain;
        this.bound = proxy(DataSource.class, (method, arguments) -> {
            Connection transaction = open.get();
            return method.getName().equals("getConnection") && transaction != null
                    ? unclosed(transaction)
                    : call(plain, method, arguments);
        });
    }

    /** Hands out the open transaction's connection, or a new one where none is open. */
    public DataSource dataSource() {
        return bound;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (open.get() != null) {
            return work.get();
        }
        try (Connection connection = plain.getConnection()) {
            connection.setAutoCommit(false);
            open.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                Jdbc.afterwards(e, connection::rollback);
                throw e;
            } finally {
                open.remove();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Connection unclosed(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    private interface Handler {
        @Nullable Object on(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> handler.on(method, arguments)));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
