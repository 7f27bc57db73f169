using System.Reflection;
using FundingReports.Excel;

namespace FundingReports.Cli.Tests;

/// <summary>
/// Whoever uses the packages sees a type of the spreadsheet libraries only where sheets are added to a workbook of one's own. So another
/// library could take their place without anybody's noticing.
/// </summary>
public class SpreadsheetDoorTests
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] libraries =
        ["ClosedXML", "DocumentFormat.OpenXml", "ExcelNumberFormat", "ExcelDataReader", "System.IO.Packaging", "System.Drawing.Common"];

    private static readonly string[] shipped =
        ["FundingReports", "FundingReports.Reports", "FundingReports.Excel", "FundingReports.Exchange", "FundingReports.WorkbookLint"];

    [Fact]
    public void SpreadsheetLibraries_AreSeenInAddSheetsAlone()
    {
        string[] seen = [.. shipped.Select(Assembly.Load).SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => Signatures(type).Where(one => one.Types.Any(IsOfALibrary)).Select(one => $"{type.Name}.{one.Name}"))];
        Assert.Equal(["AddSheetsExtensions.AddSheets", "AddSheetsExtensions.AddSheets"], seen);
        Assert.Equal(typeof(AddedSheets), typeof(AddSheetsExtensions).GetMethods(All)
            .Select(method => method.ReturnType).Distinct().First());
    }

    // What a caller can name or derive from.
    private static IEnumerable<(string Name, IEnumerable<Type> Types)> Signatures(Type type)
    {
        yield return ("", new[] { type.BaseType }.OfType<Type>().Concat(type.GetInterfaces()));
        foreach (var method in type.GetMembers(All).OfType<MethodBase>().Where(IsSeen))
            yield return (method.Name, method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append((method as MethodInfo)?.ReturnType ?? type));
        foreach (var field in type.GetFields(All).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            yield return (field.Name, [field.FieldType]);
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOfALibrary(Type type) =>
        libraries.Contains(type.Assembly.GetName().Name)
        || (type.HasElementType && IsOfALibrary(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(argument => argument != type && IsOfALibrary(argument)));
}
