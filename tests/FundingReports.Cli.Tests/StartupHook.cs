/// <summary>
/// Runs inside the tool before it does (DOTNET_STARTUP_HOOKS), and leaves the list of what the tool loaded. The runtime looks for this
/// very name.
/// </summary>
internal static class StartupHook
{
    internal const string List = "FUNDINGREPORTS_LOADED";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(List) is { } path)
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                File.WriteAllLines(path, AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
    }
}
