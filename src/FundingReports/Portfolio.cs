using System.Collections.Immutable;
using FundingReports.Portfolios;
namespace FundingReports;
/// <summary>stub</summary>
public sealed class Portfolio { 
 /// <summary>s</summary>
 public PortfolioFacts Facts { get; }
 internal Portfolio(PortfolioFacts f) { Facts = f; }
 /// <summary>s</summary>
 public ImmutableArray<Post> Posts => Facts.Posts;
 /// <summary>s</summary>
 public ImmutableArray<Commitment> Commitments => Facts.Commitments;
/// <summary>s</summary>
public ImmutableArray<Funder> Funders => Facts.Funders;
}
/// <summary>s</summary>
public class PortfolioException : Exception { }
